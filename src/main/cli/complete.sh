#!/bin/sh
# kubectl_complete-readygate: kubectl looks for it on the PATH when somebody presses TAB behind "kubectl readygate".
exec kubectl-readygate __complete "$@" 2>/dev/null
