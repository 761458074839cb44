/*
 * Puts a pop-up, or all that an organizer announces, into a page of another site:
 *   <script src="https://studio.example/widget.js" data-pop-up="u-…" async></script>
 *   <script src="https://studio.example/widget.js" data-organizer="a-…" async></script>
 * What is shown is a frame of its own: it sets no cookie and reads nothing of the page around it.
 */
(() => {
  const script = document.currentScript;
  const { popUp, organizer, label } = script.dataset;
  if (!popUp && !organizer) {
    console.error('Downbeat: widget.js needs data-pop-up or data-organizer.');
    return;
  }
  const path = popUp ? `/embed/pop-ups/${encodeURIComponent(popUp)}` : `/embed/organizers/${encodeURIComponent(organizer)}`;
  const frame = document.createElement('iframe');
  frame.src = new URL(path, script.src).href;
  frame.title = label || (popUp ? 'A pop-up' : 'Pop-ups');
  frame.loading = 'lazy';
  Object.assign(frame.style, { display: 'block', width: '100%', maxWidth: '30rem', height: '14rem', border: '0', colorScheme: 'light dark' });
  addEventListener('message', ({ source, data }) => {
    if (source === frame.contentWindow && data?.downbeat === 'height' && Number.isFinite(data.px)) frame.style.height = `${Math.min(Math.max(data.px, 80), 4000)}px`;
  });
  script.after(frame);
})();
