import type { SetAside } from '../declarations.ts';

/** What the copy carries that is neither the strategy nor the shape of its lines. */
export const setAside: readonly SetAside[] = [
  {
    group: 'furniture',
    class: 'page-break',
    places: [33, 55, 83, 105, 129, 157, 213, 261, 306, 345, 379, 399],
    reason: {
      en: 'The button of the cookie banner, printed at the foot of every page; it shows where pages end.',
      'zh-Hans': '每页页脚都印有 Cookie 提示条的按钮；它标示分页位置。',
    },
  },
  {
    group: 'furniture',
    class: 'cookie-notice',
    places: [
      29,
      77,
      { line: 79, from: ' To find out more' },
      { line: 127, from: ' This site uses cookies', to: '(https://automations.com/cookies). ' },
      205,
      301,
      302,
      337,
      339,
      375,
      377,
      396,
      397,
    ],
    reason: {
      en: 'The cookie banner of the blog, which lay over the foot of the printed pages.',
      'zh-Hans': '博客的 Cookie 提示条，打印时压在页脚文字之上。',
    },
  },
  {
    group: 'furniture',
    class: 'advertisement',
    places: [289, 291, 292, 294, 296, 297, 298, 299, 381, 382, 384, 386, 388],
    reason: { en: 'Advertisements sold on the blog.', 'zh-Hans': '博客上的广告。' },
  },
  {
    group: 'furniture',
    class: 'sharing',
    places: [304, 308, 310, 312, 316],
    reason: { en: 'Buttons for sharing the post.', 'zh-Hans': '分享文章的按钮。' },
  },
  {
    group: 'furniture',
    class: 'related',
    places: [318, 320, 321, 323, 324, 326, 327],
    reason: { en: 'Links to other posts.', 'zh-Hans': '指向其他文章的链接。' },
  },
  {
    group: 'furniture',
    class: 'navigation',
    places: [15, 331, 333],
    reason: {
      en: 'The address of the post once more, and links to the posts before and after it.',
      'zh-Hans': '重复出现的文章网址，以及前后两篇文章的链接。',
    },
  },
  {
    group: 'furniture',
    class: 'comments',
    places: [335, 349, 351, 353, 355],
    reason: { en: 'The comment form and its headings.', 'zh-Hans': '评论表单及其标题。' },
  },
  {
    group: 'furniture',
    class: 'widget',
    places: [357, 359, 361, 363, 365, 367, 369, 371, 373],
    reason: { en: 'Boxes of the blog’s side column.', 'zh-Hans': '博客侧栏的小工具。' },
  },
  {
    group: 'furniture',
    class: 'site-footer',
    places: [390, 392],
    reason: { en: 'The foot of the blog.', 'zh-Hans': '博客页脚。' },
  },
  {
    group: 'furniture',
    class: 'stray',
    places: [394],
    reason: {
      en: 'A digit that belongs to nothing on the page.',
      'zh-Hans': '与页面内容无关的一个数字。',
    },
  },
  {
    group: 'metadata',
    class: 'site',
    places: [3, 5, 7],
    reason: {
      en: 'Name, motto and address of the blog; the motto is the only place that names its editor.',
      'zh-Hans': '博客的名称、副题和网址；编者姓名仅见于副题。',
    },
  },
  {
    group: 'metadata',
    class: 'post',
    places: [11, 13, 329],
    reason: {
      en: 'Address, dates and subjects of the post.',
      'zh-Hans': '文章的网址、日期和主题分类。',
    },
  },
  {
    group: 'metadata',
    class: 'pingback',
    places: [
      341,
      343,
      { line: 347, to: 'China Copyright and Media ' },
      { line: 347, from: ' [...]' },
    ],
    reason: {
      en: 'Who quoted the post, and when: the frame of the excerpt that follows.',
      'zh-Hans': '何人何时引用本文，即下列摘录的外框。',
    },
  },
  {
    group: 'secondary-witness',
    class: 'pingback-excerpt',
    places: [
      {
        line: 347,
        from: "Safeguarding our country's cybersecurity",
        to: 'this Strategy is formulated.',
      },
    ],
    reason: {
      en: 'A second copy of the end of the English preamble, as another site quoted it.',
      'zh-Hans': '他站引用的英文序言末段，可作第二证本。',
    },
  },
];
