package io.docent.document;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;

/** Mails as Outlook saves them. */
@Singleton
final class MsgFormat implements DocumentFormat {

    private static final String MEDIA_TYPE = "application/vnd.ms-outlook";

    private final Provider<Recognition> recognition;

    /** @param recognition of attachments; asked for late, as it knows this format */
    MsgFormat(Provider<Recognition> recognition) {
        this.recognition = recognition;
    }

    @Override
    public @Nullable String mediaType(FileName name) {
        return name.extension().equals("msg") ? MEDIA_TYPE : null;
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MEDIA_TYPE);
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public String spokenName() {
        return Mail.SPOKEN_NAME;
    }

    @Override
    public Content read(Input input) throws IOException {
        try (MAPIMessage message = new MAPIMessage(new ByteArrayInputStream(input.bytes()))) {
            message.setReturnNullOnMissingChunk(true);
            message.guess7BitEncoding();
            return mail(message).write(input, recognition.get());
        } catch (ChunkNotFoundException e) {
            throw new IOException(e);
        }
    }

    private static Mail mail(MAPIMessage message) throws ChunkNotFoundException {
        List<String> headers = new ArrayList<>();
        add(headers, "From", message.getDisplayFrom());
        add(headers, "To", message.getDisplayTo());
        Calendar date = message.getMessageDate();
        add(headers, "Date", date == null ? null : date.toInstant().toString());
        add(headers, "Subject", message.getSubject());
        return new Mail(
                headers, message.getSubject(), message.getTextBody(), message.getHtmlBody(), attachments(message));
    }

    private static void add(List<String> headers, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            headers.add(name + ": " + TextBuilder.oneLine(value));
        }
    }

    private static List<Mail.Attachment> attachments(MAPIMessage message) {
        List<Mail.Attachment> attachments = new ArrayList<>();
        for (AttachmentChunks file : message.getAttachmentFiles()) {
            String name = file.getAttachLongFileName() != null
                    ? file.getAttachLongFileName().toString()
                    : file.getAttachFileName() != null
                            ? file.getAttachFileName().toString()
                            : "attachment";
            byte[] bytes = file.getEmbeddedAttachmentObject();
            attachments.add(new Mail.Attachment(
                    name.isBlank() ? "attachment" : name, null, bytes == null ? new byte[0] : bytes));
        }
        return attachments;
    }
}
