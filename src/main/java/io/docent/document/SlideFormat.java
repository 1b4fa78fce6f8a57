package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.POIDocument;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.SlideShowFactory;
import org.jspecify.annotations.Nullable;

/** PowerPoint, old and new: every slide is a page under its title. */
@Singleton
final class SlideFormat implements DocumentFormat {

    private static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    private static final String PPT = "application/vnd.ms-powerpoint";

    private static final Map<String, String> EXTENSIONS = Map.of(
            "pptx", PPTX, "pptm", PPTX, "ppsx", PPTX, "ppsm", PPTX, "potx", PPTX, "potm", PPTX, "ppt", PPT, "pps", PPT,
            "pot", PPT);

    SlideFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return EXTENSIONS.get(name.extension());
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.startsWith(PPT)
                || mediaType.startsWith("application/vnd.openxmlformats-officedocument.presentationml.");
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public String spokenName() {
        return Office.SPOKEN_NAME;
    }

    @Override
    public Content read(Input input) throws IOException, UnreadableDocumentException {
        if (input.bytes()[0] == 'P') {
            ZipParts.check(input.bytes());
        }
        try (SlideShow<?, ?> show = SlideShowFactory.create(new ByteArrayInputStream(input.bytes()))) {
            TextBuilder text = new TextBuilder(input.maxCharacters());
            SlideText layout = new SlideText(text);
            int number = 0;
            for (Slide<?, ?> slide : show.getSlides()) {
                text.page(++number);
                layout.write(slide);
            }
            return text.build(title(show), TitleSource.HEADING);
        } catch (EncryptedDocumentException e) {
            throw TikaXhtml.encrypted(e);
        } catch (IOException | RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                TikaXhtml.rejectBomb(cause);
            }
            throw e;
        }
    }

    private static @Nullable String title(SlideShow<?, ?> show) {
        return switch (show) {
            case POIXMLDocument modern ->
                modern.getProperties().getCoreProperties().getTitle();
            case POIDocument old
            when old.getSummaryInformation() != null ->
                old.getSummaryInformation().getTitle();
            default -> null;
        };
    }
}
