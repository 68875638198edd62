package dev.readygate.cli.check;

import static java.util.Objects.requireNonNull;

/**
 * What somebody gave to read.
 *
 * @param named it was given by its own name: that it holds no object of Kubernetes is then a mistake
 */
public record InputText(String file, String content, boolean named) {
    public InputText {
        requireNonNull(file, "file");
        requireNonNull(content, "content");
    }
}
