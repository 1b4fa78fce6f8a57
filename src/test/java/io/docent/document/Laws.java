package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every document, whatever somebody puts into the folder. */
final class Laws {

    private Laws() {}

    static void check(Document document) {
        String text = document.text();
        assertThat(text.codePoints())
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                .noneMatch(c -> c == 0xFEFF || c == 0x00AD);
        assertThat(document.headings())
                .allSatisfy(heading -> assertThat(text.startsWith(heading.title(), heading.start()))
                        .isTrue());
        assertThat(document.pages()).extracting(Page::number).isSorted();
        assertThat(document.title()).isNotBlank().hasSizeLessThanOrEqualTo(200).doesNotContain("\n");
    }

    /** One sentence, with what to do behind its semicolon or colon. */
    static void checkReason(String name, String reason) {
        assertThat(reason)
                .as(name)
                .isNotBlank()
                .doesNotContain("Exception")
                .doesNotContain("\n")
                .containsPattern("[;:] ")
                .hasSizeLessThan(400);
    }
}
