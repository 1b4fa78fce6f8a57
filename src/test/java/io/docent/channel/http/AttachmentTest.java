package io.docent.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AttachmentTest {

    /** Nothing of a name ends the header, its value or its quotes, and all of it comes back (RFC 6266, RFC 8187). */
    @Property
    void anyNameIsSafeInTheHeaderAndComesBackWhole(@ForAll String any) {
        String name = new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        String header = Attachment.named(name + "\r\nSet-Cookie: x=1\"; filename=\"evil.html");

        assertThat(header)
                .matches(
                        "attachment; filename=\"[A-Za-z0-9!#$&+.^_`|~-]*\"; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*");
        String encoded = header.substring(header.indexOf("''") + 2);
        assertThat(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(name + "\r\nSet-Cookie: x=1\"; filename=\"evil.html");
    }
}
