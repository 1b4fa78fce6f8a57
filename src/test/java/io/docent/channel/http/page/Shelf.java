package io.docent.channel.http.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** The documents that the page is tried on. */
final class Shelf {

    private static final String HANDBOOK = """
            # Travel handbook

            What applies to every journey on business, from the first train to the last receipt.

            ## Booking

            Trains are booked through the travel desk at least seven days ahead. A first-class ticket needs the \
            approval of the head of department. Flights are booked only where the train takes longer than six hours.

            ## Allowances

            The daily allowance within the country is 28 euros. Abroad it is 45 euros per day. Breakfast that the \
            hotel includes is deducted with 5.60 euros.

            ## Receipts

            Receipts are handed in within thirty days after the journey. A lost receipt is replaced by a signed \
            statement that names the place, the day and the amount.

            ## Insurance

            Luggage is insured up to 1,200 euros. Damage is reported to the insurance desk within three days.
            """;

    private static final String RELEASES = """
            # Release process

            ## Freeze

            The release branch is cut on the first Tuesday of the month. After that only fixes of severity one are \
            merged.

            ## Rollback

            A rollback takes four minutes: the load balancer is pointed at the previous colour. The on-call engineer \
            decides on a rollback alone and tells the channel afterwards.
            """;

    private static final String QUESTIONS = """
            # Questions about equipment

            ## How do I get a new laptop?

            A new laptop is ordered by the head of the team once the old one is three years old. It arrives within \
            two weeks and is set up by the service desk on the same day.

            ## What happens to old equipment?

            Old equipment is wiped by the service desk and given to the city's schools twice a year.

            ## Terms

            The service desk is a room on the ground floor that is staffed from eight to five. Hall B is the building \
            behind the canteen where the research reactor stands.
            """;

    /** Arabic, with a Latin name in it. */
    private static final String ARABIC =
            "# دليل المكتبة\n\nتفتح المكتبة أبوابها من الساعة التاسعة صباحا حتى الساعة السادسة"
                    + " مساء في مدينة Kairo كل يوم.\n";

    private static final String JAPANESE = "# 図書館の案内\n\n図書館は午前九時から午後六時まで開いています。貸出期間は二週間です。\n";

    /** Markup, scripts, Markdown's tricks and controls of direction: all of them text. */
    private static final String HOSTILE = """
            # <img src=x onerror="window.hacked=1"> Badge rules \u202Egnp.exe

            A visitor badge is valid for nine hours <script>window.hacked=2</script> and \
            <b onmouseover="window.hacked=3">costs nothing</b> [7] ![x](http://elsewhere.invalid/x.png) \
            [click](javascript:window.hacked=4) \u202Edesrever\u202C at the gate.
            """;

    private Shelf() {}

    static void fill(Path folder) throws IOException {
        Files.writeString(folder.resolve("travel-handbook.md"), HANDBOOK);
        Files.writeString(folder.resolve("release-process.md"), RELEASES);
        Files.writeString(folder.resolve("equipment.md"), QUESTIONS);
        Files.writeString(folder.resolve("library-ar.md"), ARABIC);
        Files.writeString(folder.resolve("library-ja.md"), JAPANESE);
        Files.writeString(folder.resolve("badge<b>rules.md"), HOSTILE);
        Files.write(
                folder.resolve("reactor-report.pdf"),
                pdf(
                        List.of("Inspection report", "", "The cooling pumps of hall B were inspected in March."),
                        List.of("Findings", "", "The coolant of the research reactor is heavy water.")));
    }

    @SafeVarargs
    static byte[] pdf(List<String>... pages) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle("Inspection report");
            for (List<String> lines : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.setLeading(16);
                    content.newLineAtOffset(60, 700);
                    for (String line : lines) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}
