package dev.readygate.signals;

import dev.readygate.checks.HttpAnswer;
import dev.readygate.checks.HttpAnswer.NotAsked;
import dev.readygate.checks.Request;
import dev.readygate.checks.Request.Header;
import dev.readygate.signals.fetch.Fetch;
import dev.readygate.signals.fetch.SafeFetcher;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** HTTP checks. */
final class HttpProber {
    private final SafeFetcher fetcher;
    private final Secrets secrets;

    HttpProber(SafeFetcher fetcher, Secrets secrets) {
        this.fetcher = fetcher;
        this.secrets = secrets;
    }

    HttpAnswer ask(String namespace, Request.Http request, Duration timeout) throws InterruptedException {
        var headers = new LinkedHashMap<String, String>();
        for (var header : request.headers()) {
            var value = value(namespace, header);
            if (value.isEmpty()) {
                return new NotAsked("the value of the header " + header.name() + " is not in its Secret");
            }
            headers.put(header.name(), value.get());
        }
        return fetcher.fetch(fetch(request, headers, timeout));
    }

    private Optional<String> value(String namespace, Header header) {
        return switch (header) {
            case Header.Plain plain -> Optional.of(plain.value());
            case Header.FromSecret from -> secrets.value(namespace, from.secret(), from.key());
        };
    }

    private static Fetch fetch(Request.Http request, Map<String, String> headers, Duration timeout) {
        return new Fetch(
                request.to(),
                request.method().name(),
                request.pathAndQuery(),
                headers,
                Optional.empty(),
                request.expectation().status()::contain,
                timeout);
    }
}
