package io.docent.channel.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.FeedbackButtonObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.FeedbackButtonsElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The buttons under an answer, and what it means when one is pressed. */
final class Buttons {

    static final String FEEDBACK = "docent_feedback";
    static final String HELPFUL = "docent_helpful";
    static final String UNHELPFUL = "docent_unhelpful";
    static final String SHARE = "docent_share";

    private static final Pattern VALUE = Pattern.compile("([+-]) ([0-9a-f]{1,64}) (\\S{1,100})");

    private Buttons() {}

    /** With Slack's own feedback buttons. */
    static List<LayoutBlock> of(String answer, String owner, boolean shareable) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(ContextActionsBlock.builder()
                .elements(List.of(FeedbackButtonsElement.builder()
                        .actionId(FEEDBACK)
                        .positiveButton(thumb("Helpful", "This answer helped", value(true, answer, owner)))
                        .negativeButton(thumb("Not helpful", "This answer did not help", value(false, answer, owner)))
                        .build()))
                .build());
        if (shareable) {
            blocks.add(ActionsBlock.builder()
                    .elements(List.of(share(answer, owner)))
                    .build());
        }
        return blocks;
    }

    private static FeedbackButtonObject thumb(String text, String label, String value) {
        return FeedbackButtonObject.builder()
                .text(plain(text))
                .accessibilityLabel(label)
                .value(value)
                .build();
    }

    /** With buttons that every workspace has. */
    static List<LayoutBlock> plain(String answer, String owner, boolean shareable) {
        List<BlockElement> buttons = new ArrayList<>(List.of(
                button(HELPFUL, "Helpful", value(true, answer, owner)),
                button(UNHELPFUL, "Not helpful", value(false, answer, owner))));
        if (shareable) {
            buttons.add(share(answer, owner));
        }
        return List.of(ActionsBlock.builder().elements(buttons).build());
    }

    private static ButtonElement share(String answer, String owner) {
        return button(SHARE, "Share in channel", value(true, answer, owner));
    }

    private static ButtonElement button(String action, String text, String value) {
        return ButtonElement.builder()
                .actionId(action)
                .text(plain(text))
                .value(value)
                .build();
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }

    private static String value(boolean positive, String answer, String owner) {
        return (positive ? "+ " : "- ") + answer + " " + owner;
    }

    /** Reads what stands behind a button that was pressed; empty where it is none of these. */
    static Optional<Pressed> read(@Nullable String action, @Nullable String value) {
        if (action == null || value == null) {
            return Optional.empty();
        }
        Matcher parts = VALUE.matcher(value);
        return switch (action) {
            case FEEDBACK, HELPFUL, UNHELPFUL, SHARE ->
                parts.matches()
                        ? Optional.of(new Pressed(
                                action.equals(SHARE), parts.group(1).equals("+"), parts.group(2), parts.group(3)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * A button that was pressed.
     *
     * @param share whether to show the answer to the channel
     * @param helpful else, what its reader thinks of it
     * @param answer id of the answer
     * @param owner to whom its conversation belongs
     */
    record Pressed(boolean share, boolean helpful, String answer, String owner) {}
}
