package io.docent.channel.openai;

import java.util.List;

/**
 * What comes of a request.
 *
 * @param content Markdown
 * @param citations that its markers name
 */
record Reply(String content, List<CitationJson> citations, UsageJson usage) {

    Reply {
        citations = List.copyOf(citations);
    }
}
