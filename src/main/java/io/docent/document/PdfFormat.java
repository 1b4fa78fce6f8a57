package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.jspecify.annotations.Nullable;

/** PDF, with its pages. Scans are read by Tesseract where it is installed. */
@Singleton
final class PdfFormat implements DocumentFormat {

    private static final String MEDIA_TYPE = "application/pdf";

    /** A page with less text is a picture, or empty. */
    private static final int FEWEST_CHARACTERS = 10;

    private static final int SECONDS_A_PAGE = 30;

    PdfFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return name.extension().equals("pdf") ? MEDIA_TYPE : null;
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
        return "a PDF";
    }

    @Override
    public Content read(Input input) throws IOException, UnreadableDocumentException {
        TikaXhtml xhtml = parse(input, null);
        List<PdfPage> pages = PdfPage.of(xhtml.body());
        boolean scanned = pages.stream().anyMatch(page -> characters(page) < FEWEST_CHARACTERS);
        TesseractOCRParser tesseract = scanned ? tesseract() : null;
        if (tesseract != null) {
            input.patience().askForScan();
            pages = PdfPage.of(parse(input, tesseract).body());
        }
        if (isEmpty(pages)) {
            // Pages of a line or two that are alike: what runs along is all there is.
            pages = PdfPage.whole(xhtml.body());
        }
        if (isEmpty(pages)) {
            throw new UnreadableDocumentException(
                    tesseract == null
                            ? "a scanned PDF without text; install Tesseract (the program tesseract, with the"
                                    + " languages you need) to have it read"
                            : "a scanned PDF in which Tesseract recognised no text; scan it again at a higher resolution");
        }
        return content(pages, input).titled(xhtml.title());
    }

    private static boolean isEmpty(List<PdfPage> pages) {
        return pages.stream().allMatch(page -> page.paragraphs().isEmpty());
    }

    private static int characters(PdfPage page) {
        return page.lines().stream().mapToInt(String::length).sum();
    }

    private static Content content(List<PdfPage> pages, Input input) {
        TextBuilder text = new TextBuilder(input.maxCharacters());
        PdfText layout = new PdfText(text, pages, PdfOutline.of(input.bytes()));
        pages.forEach(layout::page);
        Content content = text.build(null, TitleSource.FIRST_LINE);
        return content.with(headings(content));
    }

    /** The bookmarks', and where there are hardly any those that look like some. */
    private static List<Heading> headings(Content content) {
        List<Heading> headings = new ArrayList<>(content.headings());
        if (headings.size() > 2) {
            return headings;
        }
        Set<Integer> starts = new HashSet<>();
        headings.forEach(heading -> starts.add(heading.start()));
        PlainHeadings.of(content.text()).stream()
                .filter(heading -> starts.add(heading.start()))
                .forEach(headings::add);
        headings.sort(Comparator.comparingInt(Heading::start));
        return headings;
    }

    private static TikaXhtml parse(Input input, @Nullable TesseractOCRParser tesseract)
            throws IOException, UnreadableDocumentException {
        PDFParserConfig config = new PDFParserConfig();
        config.setExtractBookmarksText(false);
        config.setExtractAnnotationText(false);
        config.setOcrStrategy(
                tesseract == null ? PDFParserConfig.OCR_STRATEGY.NO_OCR : PDFParserConfig.OCR_STRATEGY.AUTO);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, config);
        if (tesseract != null) {
            TesseractOCRConfig ocr = new TesseractOCRConfig();
            ocr.setTimeoutSeconds(SECONDS_A_PAGE);
            context.set(TesseractOCRConfig.class, ocr);
            context.set(Parser.class, tesseract);
        }
        return TikaXhtml.parse(new PDFParser(), input, context);
    }

    /** Null where it is not installed. */
    private static @Nullable TesseractOCRParser tesseract() {
        try {
            TesseractOCRParser tesseract = new TesseractOCRParser();
            tesseract.initialize(Map.of()); // or Tika passes pictures over
            return tesseract.hasTesseract() ? tesseract : null;
        } catch (TikaConfigException e) {
            return null;
        }
    }
}
