/** Pure: manifests that are nowhere but in files, judged as the operator would judge them once they are applied. */
package dev.readygate.cli.check;
