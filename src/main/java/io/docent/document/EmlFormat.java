package io.docent.document;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Mails as they are sent (RFC 5322 and MIME). */
@Singleton
final class EmlFormat implements DocumentFormat {

    private static final String MEDIA_TYPE = "message/rfc822";

    private final Provider<Recognition> recognition;

    /** @param recognition of attachments; asked for late, as it knows this format */
    EmlFormat(Provider<Recognition> recognition) {
        this.recognition = recognition;
    }

    @Override
    public @Nullable String mediaType(FileName name) {
        return name.extension().equals("eml") ? MEDIA_TYPE : null;
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MEDIA_TYPE);
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public String spokenName() {
        return Mail.SPOKEN_NAME;
    }

    @Override
    public Content read(Input input) throws IOException {
        return MimeMail.parse(input.bytes()).write(input, recognition.get());
    }
}
