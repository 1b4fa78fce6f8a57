package io.docent.channel.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import io.docent.access.PublicUrl;
import io.docent.answer.Citation;
import io.docent.answer.Sentence;
import io.docent.answer.Support;
import io.docent.history.Turn;
import io.docent.history.Turn.Status;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer in Block Kit. For any thread. */
@Singleton
final class AnswerBlocks {

    private static final int MOST_SECTIONS = 12;
    private static final int MOST_SOURCES = 24;
    private static final int LONGEST_QUOTE = 600;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 3_000;

    private static final String EXTRACTIVE = "extractive";

    private final PublicUrl publicUrl;

    AnswerBlocks(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * An answer with its sources and the buttons for what its readers think of it.
     *
     * @param owner to whom its conversation belongs
     * @param shareable whether only the asker sees it, who may show it to the channel
     */
    MessageText of(Turn turn, String owner, Mark mark, boolean shareable) {
        List<LayoutBlock> said = said(turn, mark);
        List<LayoutBlock> blocks = new ArrayList<>(said);
        blocks.addAll(Buttons.of(turn.id(), owner, shareable));
        List<LayoutBlock> plain = new ArrayList<>(said);
        plain.addAll(Buttons.plain(turn.id(), owner, shareable));
        return new MessageText(text(turn), blocks, plain);
    }

    /** An answer that somebody shows to a channel. */
    MessageText shared(Turn turn, String owner, String user, Mark mark) {
        MessageText answer = of(turn, owner, mark, false);
        LayoutBlock asked = context("<@" + user + "> asked: " + Mrkdwn.line(Mrkdwn.shortened(turn.question(), 500)));
        return new MessageText(answer.text(), before(asked, answer.blocks()), before(asked, answer.plain()));
    }

    private static List<LayoutBlock> before(LayoutBlock first, List<LayoutBlock> rest) {
        List<LayoutBlock> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    /** Something that is no answer: a notice, a refusal. */
    static MessageText notice(String mrkdwn, Mark mark) {
        return new MessageText(mrkdwn, List.of(section(mrkdwn, mark.blockId())));
    }

    private List<LayoutBlock> said(Turn turn, Mark mark) {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<String> sections = Sections.of(answer(turn));
        for (int i = 0; i < Math.min(sections.size(), MOST_SECTIONS); i++) {
            blocks.add(section(sections.get(i), i == 0 ? mark.blockId() : null));
        }
        if (sections.size() > MOST_SECTIONS) {
            blocks.add(context("The answer is longer than a message may be; this is its beginning."));
        }
        boolean found = turn.status() == Status.ANSWERED;
        List<Citation> places = found ? turn.citations() : turn.closest();
        if (!places.isEmpty()) {
            blocks.add(DividerBlock.builder().build());
            blocks.add(section(found ? "*Sources*" : "*Closest passages*, which do not answer it", null));
            places.stream().limit(MOST_SOURCES).forEach(place -> blocks.add(section(source(place), null)));
            if (places.size() > MOST_SOURCES) {
                blocks.add(context("… and " + (places.size() - MOST_SOURCES) + " more"));
            }
        }
        String notice = turn.notice();
        if (notice != null) {
            blocks.add(context(Mrkdwn.line(Mrkdwn.shortened(notice, 1_000))));
        }
        if (!turn.model().equals(EXTRACTIVE)) {
            blocks.add(context("Written by AI (" + Mrkdwn.line(turn.model()) + "): check the sources."));
        }
        return blocks;
    }

    /** The answer with a numbered link behind each sentence. */
    private String answer(Turn turn) {
        if (turn.status() == Status.NOT_FOUND) {
            return "*" + Mrkdwn.line(turn.answer()) + "*";
        }
        if (turn.sentences().isEmpty()) {
            return Markdown.mrkdwn(turn.answer());
        }
        StringBuilder answer = new StringBuilder();
        boolean afterList = false;
        for (Sentence sentence : turn.sentences()) {
            boolean list = sentence.text().indexOf('\n') >= 0;
            if (!answer.isEmpty()) {
                answer.append(list || afterList || sentence.support() == Support.UNSUPPORTED ? "\n\n" : " ");
            }
            answer.append(sentence(sentence, turn));
            afterList = list || sentence.support() == Support.UNSUPPORTED;
        }
        return answer.toString();
    }

    private String sentence(Sentence sentence, Turn turn) {
        String text = sentence.support() == Support.QUOTED
                ? Mrkdwn.withoutFences(sentence.text())
                : Markdown.mrkdwn(sentence.text());
        StringBuilder markers = new StringBuilder();
        for (int number : sentence.citations()) {
            turn.citations().stream()
                    .filter(citation -> citation.number() == number)
                    .findFirst()
                    .ifPresent(citation ->
                            markers.append(markers.isEmpty() ? "" : " ").append(marker(citation)));
        }
        String cited = markers.isEmpty() ? text : text + (text.endsWith("```") ? "\n" : " ") + markers;
        String reason = sentence.reason();
        return sentence.support() != Support.UNSUPPORTED || reason == null
                ? cited
                : ":warning: " + cited + "\n_Not borne out by the documents: "
                        + Mrkdwn.line(reason).replace("_", " ") + "_";
    }

    private String marker(Citation citation) {
        String label = "[" + citation.number() + "]";
        return publicUrl
                .resolve(citation.path())
                .map(url -> Mrkdwn.link(url, label))
                .orElse(label);
    }

    private String source(Citation citation) {
        String title =
                Mrkdwn.line(Mrkdwn.shortened(citation.title(), LONGEST_NAME)).replace("*", "");
        String page = citation.page() == null ? "" : ", page " + citation.page();
        String source =
                Mrkdwn.line(Mrkdwn.shortened(citation.source(), LONGEST_NAME)).replace('`', '\'');
        String quote = Mrkdwn.withoutFences(Mrkdwn.shortened(citation.quote().strip(), LONGEST_QUOTE));
        return marker(citation) + " *" + (title.isEmpty() ? "Untitled" : title) + "*" + page + " · `" + source + "`\n"
                + Mrkdwn.quoted(quote);
    }

    private static String text(Turn turn) {
        return Mrkdwn.withoutFences(Mrkdwn.shortened(turn.answer(), LONGEST_TEXT));
    }

    private static LayoutBlock section(String mrkdwn, @Nullable String id) {
        return SectionBlock.builder().text(text(mrkdwn)).blockId(id).build();
    }

    static LayoutBlock context(String mrkdwn) {
        return ContextBlock.builder().elements(List.of(text(mrkdwn))).build();
    }

    /** Verbatim: names of channels and people, and addresses, stay the text that they are. */
    private static MarkdownTextObject text(String mrkdwn) {
        // A quote of signs that are escaped may be five times as long as it was.
        String fitting = Sections.of(mrkdwn).stream().findFirst().orElse(" ");
        return MarkdownTextObject.builder().text(fitting).verbatim(true).build();
    }
}
