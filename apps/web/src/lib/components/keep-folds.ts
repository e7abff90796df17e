/**
 * As script takes over a page that the server made, every `open` is set as the server had it: what
 * somebody unfolded while the script was still on its way would fall shut under them. Call it before
 * that; call what it returns after.
 */
export function keepFolds(): () => void {
  const folds = [...document.querySelectorAll('details')].map((fold) => ({
    fold,
    open: fold.open,
  }));
  return () => {
    for (const { fold, open } of folds) fold.open = open;
  };
}
