/** A placeholder for figures that are being computed for the first time; visible only if that takes a while. */
export const Skeleton = () => (
  <section class="card wait" aria-hidden="true">
    <div class="skel">
      <i />
      <i />
      <i />
    </div>
  </section>
)
