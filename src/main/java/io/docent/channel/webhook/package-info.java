/**
 * Questions from outgoing webhooks of Mattermost and Rocket.Chat, and of whatever sends what they send: a message in, its
 * answer back in the response. Whoever sends is known by the token that the webhook has.
 */
@NullMarked
package io.docent.channel.webhook;

import org.jspecify.annotations.NullMarked;
