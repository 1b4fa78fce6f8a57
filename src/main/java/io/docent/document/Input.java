package io.docent.document;

/**
 * What a format is given to read.
 *
 * @param name of the file
 * @param mediaType as it was recognised
 * @param bytes the content
 * @param maxCharacters how long the text may become
 * @param patience how long the reading may take
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Input(FileName name, String mediaType, byte[] bytes, int maxCharacters, Patience patience) {}
