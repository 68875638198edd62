package dev.readygate.signals.fetch;

import dev.readygate.checks.Request.Header;
import java.util.Map;
import java.util.regex.Pattern;

/** The parts of a request that its author may choose: no text may end the request early or smuggle in a second one. */
final class RequestRules {
    private static final Pattern PATH_AND_QUERY = Pattern.compile("/[!-~&&[^#]]*");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~\\t\\x80-\\xff]*");

    private RequestRules() {}

    static void check(Fetch fetch) throws RefusedException {
        if (!PATH_AND_QUERY.matcher(fetch.pathAndQuery()).matches()) {
            throw new RefusedException("the path has to begin with / and be percent-encoded");
        }
        for (var header : fetch.headers().entrySet()) {
            check(header);
        }
    }

    private static void check(Map.Entry<String, String> header) throws RefusedException {
        var name = header.getKey();
        if (!HEADER_NAME.matcher(name).matches()) {
            throw new RefusedException("a header's name has characters that are not allowed");
        }
        if (Header.isOurs(name)) {
            throw new RefusedException("the header " + name + " may not be set");
        }
        if (!HEADER_VALUE.matcher(header.getValue()).matches()) {
            throw new RefusedException("the value of the header " + name + " has characters that are not allowed");
        }
    }
}
