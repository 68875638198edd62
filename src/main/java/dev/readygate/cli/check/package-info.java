/** Pure: checks manifests in files as the operator would check them once they are applied. */
package dev.readygate.cli.check;
