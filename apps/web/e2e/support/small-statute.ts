import { Document, HeadingLevel, Packer, Paragraph } from 'docx';

/* A small statute in two languages, made up, with what copies have: page numbers, a lost sentence, two run into one. */

const english: readonly (readonly [string, 0 | 1 | 2])[] = [
  ['Reading Rooms Act', 0],
  ['Chapter I General Provisions', 1],
  ['Article 1. This Act governs public reading rooms. It applies to every town.', 2],
  ['Article 2. A reading room is a place where anybody may read without paying.', 2],
  ['Duties of the keeper', 2],
  ['Article 3. The keeper opens the room every day and keeps a list of the books.', 2],
  ['Article 4. The keeper lends no book overnight. Damaged books are mended', 2],
  ['at once.', 2],
  ['Chapter II Readers', 1],
  ['Article 5. Readers keep silent. They return each book to its shelf.', 2],
];

/** As a word processor writes it. */
export const statuteInWord = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: english.map(([text, depth]) =>
            depth === 0
              ? new Paragraph({ text, heading: HeadingLevel.TITLE })
              : depth === 1
                ? new Paragraph({ text, heading: HeadingLevel.HEADING_1 })
                : new Paragraph(text),
          ),
        },
      ],
    }),
  );

/** As somebody copied it out of a printed page. */
export const statuteInChinese = `阅览室法

第一章 总则

第一条 本法规范公共阅览室。本法适用于各镇。

第二条 阅览室是任何人可免费阅读的场所。

— 1 —

管理员的职责

第三条 管理员每日开放阅览室，并编制图书目录。

第四条 管理员不得将图书外借过夜。损坏的图书应当立即修补。

— 2 —

第二章 读者

第五条 读者应当保持安静。读者应当将每本书归还原架。读者不得在书上写字。

— 3 —
`;
