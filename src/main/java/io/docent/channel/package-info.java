/** What several ways in share: answers in Markdown, for programs that show it. */
@NullMarked
package io.docent.channel;

import org.jspecify.annotations.NullMarked;
