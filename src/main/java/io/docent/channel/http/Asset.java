package io.docent.channel.http;

import io.micronaut.http.MediaType;

/**
 * A file of the page.
 *
 * @param bytes never changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Asset(MediaType type, byte[] bytes) {

    static Asset of(String path, byte[] bytes) {
        return new Asset(typeOf(path.substring(path.lastIndexOf('.') + 1)), bytes);
    }

    private static MediaType typeOf(String extension) {
        return switch (extension) {
            case "html" -> new MediaType("text/html;charset=utf-8");
            case "css" -> new MediaType("text/css;charset=utf-8");
            case "js", "mjs" -> new MediaType("text/javascript;charset=utf-8");
            case "svg" -> new MediaType("image/svg+xml");
            case "ttf" -> new MediaType("font/ttf");
            default -> MediaType.APPLICATION_OCTET_STREAM_TYPE;
        };
    }
}
