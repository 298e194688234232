// Ends with 0 when {"secret", "headers", "body"} on standard input is a webhook that the library of
// Standard Webhooks takes for genuine, else with 1 and the reason.
import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";

const { secret, headers, body } = JSON.parse(readFileSync(0, "utf8"));
try {
  new Webhook(secret).verify(body, headers);
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 1;
}
