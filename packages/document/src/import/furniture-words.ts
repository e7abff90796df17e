/*
 * General vocabulary of what surrounds a text on a page. A whole line is compared, never a part of
 * one: most of these words are also words of texts.
 */

/** Lower case, without the punctuation around. */
export const navigation: ReadonlySet<string> = new Set(
  `share this|share|share on|tweet|like|like this|like loading|related|related posts|related articles|read more
|learn more|leave a reply|leave a comment|cancel reply|post comment|reply|comments|comment|no comments
|search|search for|follow|follow us|following|subscribe|sign up|sign in|log in|login|log out|register
|home|menu|main menu|navigation|skip to content|skip to main content|back to top|top|previous|next
|previous post|next post|print|print this page|e-mail|email|download|download pdf|contact|contact us
|about|about us|archives|categories|tags|recent posts|recent comments|rate this|close|accept|accept all
|accept cookies|reject all|manage cookies|cookie settings|cookie policy|privacy policy|privacy|terms of use
|sitemap|rss|loading|view comments|all rights reserved|table of contents|page
|分享|分享到|分享到微信|分享到微博|首页|登录|注册|打印|打印本页|关闭|关闭窗口|上一篇|下一篇|返回顶部|返回首页
|扫一扫|字号|收藏|评论|发表评论|相关阅读|相关链接|相关新闻|推荐阅读|阅读原文|更多|点赞|转发|举报|网站地图
|联系我们|关于我们|下载|搜索|导航|目录导航|共有|シェア|ホーム|検索|印刷
|teilen|drucken|startseite|suche|suchen|anmelden|abmelden|registrieren|menü|zurück|weiter|kontakt
|nach oben|impressum|datenschutz|mehr lesen|kommentare|kommentieren
|partager|imprimer|accueil|rechercher|recherche|connexion|s'inscrire|précédent|suivant|haut de page
|lire la suite|commentaires|mentions légales|nous contacter
|compartir|imprimir|inicio|buscar|iniciar sesión|anterior|siguiente|comentarios|leer más|aviso legal
|compartilhar|partilhar|início|pesquisar|entrar|anterior|seguinte|leia mais|comentários
|condividi|stampa|cerca|accedi|precedente|successivo|commenti|leggi tutto
|delen|afdrukken|zoeken|inloggen|vorige|volgende|lees meer
|поделиться|печать|поиск|войти|главная|назад|далее|комментарии|читать далее
|مشاركة|طباعة|بحث|الرئيسية|تسجيل الدخول|التالي|السابق|שיתוף|הדפסה|חיפוש|דף הבית|התחברות`
    .replaceAll('\n', '')
    .split('|'),
);

export const advertisement: ReadonlySet<string> = new Set(
  `advertisement|advertisements|advertising|sponsored|sponsored content|promoted|ad|ads
|report this ad|广告|推广|anzeige|werbung|publicité|publicidad|anuncio|publicidade|pubblicità|advertentie|реклама|إعلان|פרסומת`
    .replaceAll('\n', '')
    .split('|'),
);

/** Headings of a table of contents. */
export const contents: ReadonlySet<string> = new Set(
  `contents|table of contents|index|目录|目錄|目次|inhalt|inhaltsverzeichnis|sommaire|table des matières|índice|sumario|sumário|indice|sommario|inhoud|inhoudsopgave|содержание|оглавление|المحتويات|الفهرس|תוכן|תוכן העניינים`.split(
    '|',
  ),
);

export const cookies = /\bcookies?\b|クッキー|файл\p{L}* cookie|ملفات تعريف الارتباط|עוגיות/iu;

/** Somebody speaks to a visitor. */
export const toVisitor =
  /\b(?:you|your|we|our|us|this (?:web)?site|find out more|learn more|see here|sie|ihre?|wir|diese (?:web)?seite|vous|votre|nous|ce site|usted|su|este sitio|este site|você|questo sito|deze (?:web)?site)\b|我们|您|本网站|本站|当サイト|мы|наш|вы|الموقع|האתר/iu;

/** A sentence that goes with a notice though it does not name what the notice is about. */
export const goesWithNotice =
  /\b(?:by (?:continuing|clicking|using|browsing)|you (?:agree|consent|accept)|find out more|learn more|durch die (?:weitere )?nutzung|en poursuivant|al continuar|ao continuar|continuando)\b|继续使用本|继续浏览本/iu;

/** Words that a notice begins with inside a line. */
export const noticeOpening =
  /\s(?:This|We|By|To|You|Your|For|Our|If|Read|Learn|See|Please|Privacy|Cookies?|Diese|Wir|Durch|Ce|Nous|En|Este|Esta|Al|Questo|Deze)(?=\s)/gu;

/** Registration lines of Chinese sites. */
export const registration = /(?:ICP备|公网安备|网站标识码)/u;

/** What a page says of a text above it: when it was posted, where it is from. */
export const particulars =
  /^(?:发布(?:时间|日期|机构)|成文日期|发文(?:字号|机关)|来源|作者|责任编辑|字号|索\s*引\s*号|浏览(?:次数|量)?|阅读(?:次数|量)?|published|posted|updated|last (?:modified|updated|reviewed)|date|author|source|veröffentlicht|publié|publicado|pubblicato|опубликовано)\s*(?:on\b|am\b|le\b|el\b|il\b)?\s*[:：]|^(?:published|posted|updated) on\b/iu;
