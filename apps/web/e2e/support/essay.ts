/** The page of a student's essay: what it quotes was typed, and not all of it from the text. */
export const essay = `<!doctype html><html lang="en"><title>Whose cyberspace?</title>
<h1>Whose cyberspace?</h1>
<p>The strategy wants to build with others:</p>
<blockquote id="straightened">Promote the construction of "One Belt, One Road", raise international
telecommunications interconnection and interaction levels</blockquote>
<p>and takes security and growth together:</p>
<blockquote id="changed">Cybersecurity and informatization are two wings of one bird, two wheels of one wagon.</blockquote>
<p>As it says in its most famous sentence:</p>
<blockquote id="invented">Every citizen owns a plot of cyberspace and pays no rent for it.</blockquote>
<p>It warns states as well:</p>
<blockquote id="wide">No country should engage in cyber hegemonies，uphold double standards，use the network to
interfere in the domestic affairs of other countries</blockquote>
<p>and works with them:</p>
<blockquote id="corrected">deepen international cooperation's in areas such as policies and laws</blockquote></html>`;

export type Quoted = 'straightened' | 'changed' | 'invented' | 'wide' | 'corrected';
