/** What went wrong, announced when it appears. */
export const Problem = ({ text }: { text: string | undefined }) =>
  text ? (
    <p class="err" role="alert">
      {text}
    </p>
  ) : null
