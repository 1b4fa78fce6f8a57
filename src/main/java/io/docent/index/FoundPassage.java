package io.docent.index;

import io.docent.passage.Passage;

/**
 * A passage and the document it is part of, both as they were at the moment of the search.
 *
 * @param passage what was found
 * @param document where it stands
 */
public record FoundPassage(Passage passage, IndexedDocument document) {}
