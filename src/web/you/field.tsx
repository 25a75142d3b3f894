/** A labeled input for an email address. */
export const EmailField = ({ label, name }: { label: string; name: string }) => (
  <label class="fieldset">
    <span class="label">{label}</span>
    <span class="field">
      <input type="email" name={name} autocomplete="username" required />
    </span>
  </label>
)

/** A labeled input for the current password, or for a new one. */
export const PasswordField = ({ label, name, isNew }: { label: string; name: string; isNew: boolean }) => (
  <label class="fieldset">
    <span class="label">{label}</span>
    <span class="field">
      <input
        type="password"
        name={name}
        autocomplete={isNew ? 'new-password' : 'current-password'}
        required
      />
    </span>
  </label>
)
