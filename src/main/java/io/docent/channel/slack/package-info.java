/**
 * Slack through its webhooks: the Events API, a slash command and interactive components, over HTTP alone.
 *
 * <p>{@link io.docent.channel.slack.SlackController} acknowledges at once what is signed by Slack; {@code Reception} says
 * what there is to do and claims it in the database; {@code Lanes} do it in the order of each channel; {@code Desk}
 * answers. What was acknowledged is done exactly once, whatever is sent again and whenever the process dies.
 */
@NullMarked
package io.docent.channel.slack;

import org.jspecify.annotations.NullMarked;
