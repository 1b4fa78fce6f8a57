package io.docent.document;

import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A mail, whatever wraps it.
 *
 * @param headers lines as they will stand in the text
 * @param subject what it is called
 * @param plain its text, or null
 * @param html its text as HTML, used where there is no plain text
 */
record Mail(
        List<String> headers,
        @Nullable String subject,
        @Nullable String plain,
        @Nullable String html,
        List<Attachment> attachments) {

    /** A file that came with it. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Attachment(String name, @Nullable String mediaType, byte[] bytes) {}

    static final String SPOKEN_NAME = "a mail";

    /** Attachments that can be read are, each under its name; the others are only named. */
    Content write(Input input, Recognition recognition) {
        TextBuilder text = new TextBuilder(input.maxCharacters());
        headers.forEach(text::line);
        text.gap(2);
        if (plain != null && !plain.isBlank()) {
            text.verbatim(plain);
        } else if (html != null) {
            Document page = Jsoup.parse(html);
            MainContent.removeHidden(page);
            HtmlText.write(page.body(), text);
        }
        attachments.forEach(attachment -> write(attachment, input, recognition, text));
        return text.build(subject, Content.TitleSource.FILE_NAME);
    }

    private static void write(Attachment attachment, Input input, Recognition recognition, TextBuilder text) {
        Content content = read(attachment, input, recognition);
        if (content == null) {
            text.paragraph("Attachment: " + TextBuilder.oneLine(attachment.name));
        } else {
            text.heading(1, attachment.name);
            text.embed(content);
        }
    }

    /** Null where it cannot be read, or is a mail itself: the mails inside that one would be the next. */
    private static @Nullable Content read(Attachment attachment, Input input, Recognition recognition) {
        try {
            var recognised =
                    recognition.recognise(new RawDocument(attachment.name, attachment.mediaType, attachment.bytes));
            if (recognised.format().spokenName().equals(SPOKEN_NAME)) {
                return null;
            }
            Content content = recognised
                    .format()
                    .read(new Input(
                            FileName.of(attachment.name),
                            recognised.mediaType(),
                            attachment.bytes,
                            input.maxCharacters(),
                            input.patience()));
            return content.text().isBlank() ? null : content;
        } catch (TooLongException e) {
            throw e;
        } catch (UnreadableDocumentException | IOException | RuntimeException e) {
            return null;
        }
    }
}
