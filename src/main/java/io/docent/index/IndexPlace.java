package io.docent.index;

import java.util.Optional;

/** Where the settings say that the index is, to be looked at before it is opened: opening may make or replace it. */
public interface IndexPlace {

    /**
     * Why an index of this Docent's embedding model and format cannot be put there: one of another is there.
     *
     * @throws IndexException where it cannot be reached, or not whole
     */
    Optional<String> obstacle();
}
