package io.docent.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** Takes a MIME message apart. */
final class MimeMail {

    private static final int DEEPEST = 50;

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Mail.Attachment> attachments = new ArrayList<>();

    private MimeMail() {}

    static Mail parse(byte[] bytes) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        builder.setDecodeMonitor(DecodeMonitor.SILENT);
        Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
        List<String> headers = new ArrayList<>();
        for (String name : List.of("From", "To", "Date", "Subject")) {
            String value = header(message, name);
            if (value != null && !value.isBlank()) {
                headers.add(name + ": " + value);
            }
        }
        if (headers.isEmpty()) {
            return new Mail(List.of(), null, TextBytes.decode(bytes), null, List.of());
        }
        MimeMail mail = new MimeMail();
        mail.part(message, 0);
        message.dispose();
        return new Mail(
                headers, header(message, "Subject"), mail.plain.toString(), mail.html.toString(), mail.attachments);
    }

    private static @Nullable String header(Entity entity, String name) {
        Field field = entity.getHeader() == null ? null : entity.getHeader().getField(name);
        if (field == null) {
            return null;
        }
        ByteSequence raw = field.getRaw();
        String line = raw == null ? name + ":" + field.getBody() : TextBytes.decode(raw.toByteArray());
        String value = TextBuilder.oneLine(line.substring(line.indexOf(':') + 1));
        return TextBuilder.oneLine(DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT));
    }

    private void part(Entity entity, int depth) throws IOException {
        Body body = entity.getBody();
        boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType());
        if (depth > DEEPEST || body == null) {
            return;
        }
        boolean named = attached || entity.getFilename() != null;
        switch (body) {
            case Multipart multipart -> multipart(entity, multipart, depth);
            case TextBody text when !named -> text(entity, text);
            case Message message -> attach(entity, new byte[0], "message.eml");
            case SingleBody single
            when named || body instanceof TextBody -> attach(entity, bytes(single), "attachment");
            default -> {
                // A picture inside the text.
            }
        }
    }

    private void multipart(Entity entity, Multipart multipart, int depth) throws IOException {
        int textBefore = plain.length();
        for (Entity part : multipart.getBodyParts()) {
            part(part, depth + 1);
        }
        boolean alternative = "multipart/alternative".equalsIgnoreCase(entity.getMimeType());
        if (alternative && !plain.substring(textBefore).isBlank()) {
            html.setLength(0);
        }
    }

    private void text(Entity entity, TextBody body) throws IOException {
        String text = TextBytes.decode(bytes(body), charset(body.getMimeCharset()));
        boolean isHtml = "text/html".equalsIgnoreCase(entity.getMimeType());
        (isHtml ? html : plain).append(text).append('\n');
    }

    private void attach(Entity entity, byte[] bytes, String otherwise) {
        String name = entity.getFilename();
        String decoded = name == null ? "" : DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT);
        String mediaType = entity.getMimeType();
        attachments.add(new Mail.Attachment(decoded.isBlank() ? otherwise : decoded, mediaType, bytes));
    }

    private static byte[] bytes(SingleBody body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.writeTo(out);
        return out.toByteArray();
    }

    /** Null where it is not known: the bytes will tell. */
    private static @Nullable Charset charset(@Nullable String name) {
        try {
            return name == null || name.equalsIgnoreCase("us-ascii") ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
