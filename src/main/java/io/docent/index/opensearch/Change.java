package io.docent.index.opensearch;

import java.util.ArrayList;
import java.util.List;

/** What was written of one document since the last commit. Guarded by itself. */
final class Change {

    private final String document;
    private final String oldContent;
    private final String oldRecord;
    private boolean contentReplaced;
    private boolean recordReplaced;

    /** Passages written under the number of the next commit; -1 where there are none and no content. */
    private int written = -1;

    /**
     * @param oldContent version of the passages that are seen; empty where there are none
     * @param oldRecord version of the record that is seen; empty where there is none
     */
    Change(String document, String oldContent, String oldRecord) {
        this.document = document;
        this.oldContent = oldContent;
        this.oldRecord = oldRecord;
    }

    /** The version of what is written for the next commit. */
    String content(long next) {
        return document + '/' + next;
    }

    String record(long next) {
        return content(next) + "/record";
    }

    int written() {
        return written;
    }

    void replaced(int passages) {
        contentReplaced = true;
        recordReplaced = true;
        written = passages;
    }

    void removed() {
        replaced(-1);
    }

    void renamed() {
        recordReplaced = true;
    }

    /** The version of the passages that will be seen; empty where there are none. */
    String contentThen(long next) {
        if (written >= 0) {
            return content(next);
        }
        return contentReplaced ? "" : oldContent;
    }

    /** Versions that are not to be seen any more. */
    List<String> superseded() {
        List<String> versions = new ArrayList<>();
        if (contentReplaced && !oldContent.isEmpty()) {
            versions.add(oldContent);
        }
        if (recordReplaced && !oldRecord.isEmpty()) {
            versions.add(oldRecord);
        }
        return versions;
    }
}
