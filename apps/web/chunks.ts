type Folders = Readonly<Record<string, readonly string[]>>;

const among = (folders: Folders): RegExp => {
  const files = Object.entries(folders).map(
    ([folder, names]) => `${folder.replaceAll('/', '[\\\\/]')}[\\\\/](${names.join('|')})\\.`,
  );
  return new RegExp(files.join('|'));
};

/** What most pages share; not the parts of pages that a reader of texts may never open. */
const common: Folders = {
  'src/lib': ['form-key'],
  'src/lib/components': ['fold', 'HeaderLink', 'LanguageSwitch', 'Scroll', 'SiteHeader'],
  'src/lib/i18n': ['instant', 'locales', 'localised', 'written-in'],
  'src/lib/notes': ['kind-words'],
  'src/lib/paraglide': ['runtime'],
  'src/lib/preferences': ['preferences'],
  'src/lib/problem': ['as-problem'],
  'src/lib/reader': ['in-assignment', 'reader-address'],
};

/** Of what a few pages share, what the reader begins with: each alone would be a file of its own. */
const begun: Folders = {
  'document/src': [
    'citation-words',
    'estimate',
    'format-citation',
    'numerals',
    'offsets',
    'path',
    'range',
    'result',
  ],
  'domain/src': ['kind', 'order'],
  'domain/src/states': ['thread'],
  'src/lib': ['first-load'],
  'src/lib/components': ['SiteFooter', 'ThemeSwitch'],
  'src/lib/i18n': ['as-locale'],
  'src/lib/keys': ['is-composing'],
  'src/lib/marks': ['filter-words', 'note-filter'],
  'src/lib/notes': ['NoteText', 'send-form', 'TargetAbout', 'TargetEntry'],
  'src/lib/preferences': ['last-place'],
  'src/lib/problem': ['refuse-page'],
  'src/lib/reader': [
    'citation',
    'count-notes',
    'entry-words',
    'extent-words',
    'gap',
    'load-reading',
    'mark-text',
    'outline',
    'reader-keys',
    'view',
  ],
  'src/lib/references': ['reference-cards'],
  'src/lib/terms': ['term-href'],
  'paraglide/messages': [
    '(bar_begin|cite_title|close|contents_preamble|error_home|exchange_export_link|list_comma)',
    '(app_entry|entries_title|entry_(cause|certainty|evidence)|extent_\\w+|gap_\\w+|print_title|reader_withheld)',
    '(supplement_name|target_term|terms_title|tf_title|txt_entry_copy|view_\\w+)',
    '(feed_link(_named)?|filter_(clear|open|resolved)|follow_(start|named|muted)|go_(label|title))',
    '(about_site|legal_(footer|imprint|privacy)|note_(permalink|reason)|person_gone|site_name)',
    '(problem_(internal_error|not_found)|thread_resolved|verify_link|work_(issued|notes_\\w+))',
  ],
};

/** Small files that most pages share travel as one: each alone costs a phone a request and packs worse. */
export const chunks = [
  { name: 'common', test: among(common), minShareCount: 3 },
  { name: 'reader', test: among(begun), minShareCount: 2 },
];
