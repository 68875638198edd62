/** Pure: the kinds of check that ask pods, Services and URLs over HTTP, TCP and gRPC. */
package dev.readygate.checks.probe;
