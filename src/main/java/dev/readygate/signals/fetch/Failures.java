package dev.readygate.signals.fetch;

import dev.readygate.checks.answer.NoAnswer;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;

/** Why no answer came, in a few words. The exceptions' texts are never used: they can quote text of the other side. */
final class Failures {
    private Failures() {}

    static String timedOut(TimeBudget time) {
        return NoAnswer.timedOut(time.whole()).reason();
    }

    static String reason(Throwable failure) {
        return switch (failure) {
            case NoRouteToHostException _ -> "no route to host";
            case ConnectException _ -> "connection refused";
            case SSLException tls -> certificate(tls);
            case TooLongFrameException _ -> "the headers are too long";
            case DecoderException decoding when decoding.getCause() != null -> reason(decoding.getCause());
            case DecoderException _, IllegalArgumentException _, IllegalStateException _ -> "the answer is not HTTP";
            case HttpClosedException _, StreamResetException _, PrematureChannelClosureException _ ->
                "closed without an answer";
            case IOException _ -> "connection reset";
            default -> "failed: " + failure.getClass().getSimpleName();
        };
    }

    private static String certificate(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "the certificate has expired";
            }
            if (cause instanceof CertificateException) {
                return "the certificate is not trusted for this host";
            }
        }
        return "TLS could not be agreed on";
    }

    /** If a server was reached and sent nonsense, the other addresses are not tried. */
    static boolean afterConnecting(Throwable failure) {
        return !(failure instanceof ConnectException || failure instanceof NoRouteToHostException);
    }
}
