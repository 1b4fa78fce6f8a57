#!/usr/bin/env bash
# Tries Docent's Slack channel without Slack: see docs/slack.md. Needs bash, curl, openssl and python3.
set -euo pipefail

docent=${DOCENT_URL:-http://localhost:8080}
secret=${DOCENT_SLACK_SIGNING_SECRET:-try-me}
port=${PORT:-9090}

# Sends a body, signed as Slack signs it.
send() {
  local path=$1 type=$2 body=$3 time signature
  time=$(date +%s)
  signature=$(printf 'v0:%s:%s' "$time" "$body" | openssl dgst -sha256 -hmac "$secret" -r | cut -d' ' -f1)
  curl -sS -w 'HTTP %{http_code} after %{time_total} s\n' "$docent$path" \
    -H "Content-Type: $type" -H "X-Slack-Request-Timestamp: $time" -H "X-Slack-Signature: v0=$signature" \
    --data-binary "$body"
}

json() { python3 -c 'import json, sys; print(json.dumps(sys.argv[1]))' "$1"; }
form() { python3 -c 'import urllib.parse, sys; print(urllib.parse.quote(sys.argv[1]))' "$1"; }

case ${1:-} in
  slack) # stands in for Slack: shows what is called, and says yes
    exec python3 - "$port" <<'PYTHON'
import http.server, json, sys, urllib.parse

class Slack(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        if self.headers.get("Content-Type", "").startswith("application/json"):
            sent = json.loads(body)
        else:
            sent = dict(urllib.parse.parse_qsl(body))
        for name in ("blocks", "metadata"):
            if isinstance(sent.get(name), str):
                sent[name] = json.loads(sent[name])
        print(self.path, json.dumps(sent, indent=2, ensure_ascii=False), flush=True)
        answer = json.dumps({"ok": True, "user_id": "U0BOT", "user": "docent", "team": "Try", "ts": "1.1",
                             "messages": []}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments):
        pass

print("Standing in for Slack at http://localhost:" + sys.argv[1] + "/api/", flush=True)
http.server.ThreadingHTTPServer(("localhost", int(sys.argv[1])), Slack).serve_forever()
PYTHON
    ;;
  mention) # mentions Docent in a channel
    send /slack/events application/json '{"type": "event_callback", "team_id": "T1", "event_id": "Ev'"$(date +%s%N)"'",
      "authorizations": [{"team_id": "T1", "user_id": "U0BOT", "is_bot": true}],
      "event": {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "'"$(date +%s).000100"'",
                "text": '"$(json "<@U0BOT> ${2:?a question}")"'}}'
    ;;
  ask) # the command /ask
    send /slack/commands application/x-www-form-urlencoded \
      "team_id=T1&channel_id=C1&channel_name=general&user_id=U1&command=%2Fask&text=$(form "${2:?a question}")&trigger_id=$(
        date +%s%N)&response_url=$(form "http://localhost:$port/response/1")"
    ;;
  challenge) # what Slack sends to see whose address it is
    send /slack/events application/json '{"type": "url_verification", "token": "x", "challenge": "3eZbrw1aB10"}'
    ;;
  *)
    echo "usage: $0 slack | challenge | mention 'question' | ask 'question'" >&2
    exit 2
    ;;
esac
