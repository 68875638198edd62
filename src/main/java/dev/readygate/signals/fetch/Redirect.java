package dev.readygate.signals.fetch;

import dev.readygate.checks.answer.Endpoint;
import dev.readygate.signals.fetch.Reply.Received;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The redirects that the fetcher follows: only to another path of the same server. */
final class Redirect {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirect() {}

    static Optional<String> pathOf(Received answer, Fetch fetch) {
        if (!STATUSES.contains(answer.status()) || fetch.wanted().awaited().test(answer.status())) {
            return Optional.empty();
        }
        return Optional.ofNullable(answer.headers().get("location")).flatMap(it -> pathAndQuery(it, fetch));
    }

    private static Optional<String> pathAndQuery(String location, Fetch fetch) {
        try {
            var here = new URI(base(fetch.to()) + fetch.pathAndQuery());
            var there = here.resolve(new URI(location)).normalize();
            return sameServer(here, there) ? Optional.of(pathAndQuery(there)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String base(Endpoint to) {
        var host = to.host().contains(":") && !to.host().startsWith("[") ? "[" + to.host() + "]" : to.host();
        return to.scheme() + "://" + host + ":" + to.port();
    }

    private static boolean sameServer(URI here, URI there) {
        return here.getScheme().equalsIgnoreCase(there.getScheme())
                && there.getRawUserInfo() == null
                && there.getHost() != null
                && here.getHost().equalsIgnoreCase(there.getHost())
                && here.getPort() == port(there);
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme().toLowerCase(Locale.ROOT)) ? 443 : 80;
    }

    private static String pathAndQuery(URI there) {
        var path = there.getRawPath().isEmpty() ? "/" : there.getRawPath();
        return there.getRawQuery() == null ? path : path + "?" + there.getRawQuery();
    }
}
