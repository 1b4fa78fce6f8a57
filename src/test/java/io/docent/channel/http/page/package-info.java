/** The page as people meet it: in a real browser, on a real server. */
@NullMarked
package io.docent.channel.http.page;

import org.jspecify.annotations.NullMarked;
