package dev.readygate.signals.fetch;

import dev.readygate.checks.answer.GrpcAnswer;
import dev.readygate.checks.answer.GrpcAnswer.CallFailed;
import dev.readygate.checks.answer.GrpcAnswer.GrpcHealthState;
import dev.readygate.checks.answer.NoAnswer;
import dev.readygate.signals.fetch.Message.Protocol;
import dev.readygate.signals.fetch.Reply.Received;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The one call of grpc.health.v1, with one field in each direction. Written by hand because a gRPC library resolves
 * names and reads proxy settings by itself, which the fetcher must prevent.
 */
final class GrpcHealth {
    private static final int FIELD_1_TEXT = 1 << 3 | 2;
    private static final int FIELD_1_NUMBER = 1 << 3;
    private static final int FRAME_HEADER = 5;

    private static final List<String> STATES = List.of("UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN");

    private static final List<String> STATUSES = List.of(
            "OK",
            "CANCELLED",
            "UNKNOWN",
            "INVALID_ARGUMENT",
            "DEADLINE_EXCEEDED",
            "NOT_FOUND",
            "ALREADY_EXISTS",
            "PERMISSION_DENIED",
            "RESOURCE_EXHAUSTED",
            "FAILED_PRECONDITION",
            "ABORTED",
            "OUT_OF_RANGE",
            "UNIMPLEMENTED",
            "INTERNAL",
            "UNAVAILABLE",
            "DATA_LOSS",
            "UNAUTHENTICATED");

    /** A status is a few bytes. */
    static final int LONGEST = 4096;

    private GrpcHealth() {}

    static Message check(String service, TlsTerms tls) {
        var headers = Map.of("content-type", "application/grpc", "te", "trailers", "user-agent", "readygate");
        return new Message(
                Protocol.Http2, "POST", "/grpc.health.v1.Health/Check", headers, frame(request(service)), tls, true);
    }

    private static byte[] request(String service) {
        var text = service.getBytes(StandardCharsets.UTF_8);
        var request = new ByteArrayOutputStream();
        if (text.length > 0) {
            request.write(FIELD_1_TEXT);
            writeNumber(request, text.length);
            request.writeBytes(text);
        }
        return request.toByteArray();
    }

    private static void writeNumber(ByteArrayOutputStream out, int number) {
        int rest = number;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static byte[] frame(byte[] message) {
        return ByteBuffer.allocate(FRAME_HEADER + message.length)
                .put((byte) 0)
                .putInt(message.length)
                .put(message)
                .array();
    }

    static GrpcAnswer read(Received answer) {
        if (!answer.headers().getOrDefault("content-type", "").startsWith("application/grpc")) {
            return new NoAnswer("the answer is not gRPC");
        }
        var status =
                answer.trailers().getOrDefault("grpc-status", answer.headers().get("grpc-status"));
        if (!"0".equals(status)) {
            return new CallFailed(named(STATUSES, status));
        }
        try {
            return new GrpcHealthState(STATES.get(state(ByteBuffer.wrap(answer.body()))));
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return new NoAnswer("the answer is not a health status");
        }
    }

    private static String named(List<String> names, String number) {
        boolean known = number != null && number.matches("[0-9]{1,2}") && Integer.parseInt(number) < names.size();
        return known ? names.get(Integer.parseInt(number)) : "no status";
    }

    /** An absent field has its first value. */
    private static int state(ByteBuffer frame) {
        frame.position(FRAME_HEADER);
        return frame.hasRemaining() && frame.get() == FIELD_1_NUMBER ? frame.get() : 0;
    }
}
