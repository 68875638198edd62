package dev.readygate.cli.check;

import static java.util.Objects.requireNonNull;

/**
 * A text that the user gave.
 *
 * @param named the user named the file itself, so it is an error if it has no Kubernetes object
 */
public record InputText(String file, String content, boolean named) {
    public InputText {
        requireNonNull(file, "file");
        requireNonNull(content, "content");
    }
}
