/** Where figures are coming that were never shown: seen only if that takes a while. */
export const Skeleton = () => (
  <section class="card wait" aria-hidden="true">
    <div class="skel">
      <i />
      <i />
      <i />
    </div>
  </section>
)
