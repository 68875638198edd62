package dev.readygate.checks.answer;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An address from a policy, parsed in the one way that leaves no doubt about the host. */
public sealed interface Url {

    record Valid(Endpoint.WrittenEndpoint to, String pathAndQuery) implements Url {
        /** Host and port, for messages; the rest may be secret. */
        public String words() {
            return to.host() + ":" + to.port();
        }
    }

    record ForbiddenUrl(String why) implements Url {}

    Pattern FORM = Pattern.compile("(?<scheme>[A-Za-z]+)://"
            + "(?<host>\\[[!-~&&[^\\]]]*]|[!-~&&[^\\[\\]:/?#@\\\\]]+)"
            + "(:(?<port>[0-9]{1,5}))?"
            + "(?<rest>[/?][!-~&&[^#\\\\]]*)?");

    Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);

    static Url parse(String written) {
        var url = FORM.matcher(written);
        if (!url.matches()) {
            return new ForbiddenUrl("an address is written as scheme://host:port/path, with no user and no fragment");
        }
        var scheme = url.group("scheme").toLowerCase(Locale.ROOT);
        var port = url.group("port") == null ? USUAL_PORTS.get(scheme) : Integer.valueOf(url.group("port"));
        return port == null
                ? new ForbiddenUrl("an address with the scheme " + scheme + " needs a port")
                : new Valid(new Endpoint.WrittenEndpoint(scheme, url.group("host"), port), path(url.group("rest")));
    }

    private static String path(String rest) {
        if (rest == null) {
            return "/";
        }
        return rest.startsWith("?") ? "/" + rest : rest;
    }
}
