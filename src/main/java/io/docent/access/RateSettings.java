package io.docent.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * How many requests are taken.
 *
 * @param perToken requests a minute with one token; 0 for any number; null for what the address listened on makes wise
 * @param perAddress requests a minute from one address; 0 for any number; null for what the address listened on makes wise
 * @param proxies how many proxies stand before the server, each of which adds an address to X-Forwarded-For
 */
@ConfigurationProperties("docent.rate")
record RateSettings(
        @Nullable Integer perToken,
        @Nullable Integer perAddress,
        @Bindable(defaultValue = "0") int proxies) {

    private static final int MOST_PROXIES = 10;

    RateSettings {
        check("docent.rate.per-token", perToken);
        check("docent.rate.per-address", perAddress);
        if (proxies < 0 || proxies > MOST_PROXIES) {
            throw new ConfigurationException("docent.rate.proxies is " + proxies + "; allowed is 0 to " + MOST_PROXIES);
        }
    }

    private static void check(String name, @Nullable Integer rate) {
        if (rate != null && rate < 0) {
            throw new ConfigurationException(
                    name + " is " + rate + "; allowed is a number of requests a minute, 0 for any number");
        }
    }
}
