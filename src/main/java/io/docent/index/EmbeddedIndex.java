package io.docent.index;

/**
 * The index in the data folder, to be read where the settings name another: nothing of it is changed. Words are counted
 * as if what was removed had never been there. For any thread.
 */
public interface EmbeddedIndex {

    /**
     * A view of it.
     *
     * @throws IndexException where there is none, where it was made by another embedding model or in another format than
     *     this Docent's, or where it is damaged
     */
    PassageSearch search();
}
