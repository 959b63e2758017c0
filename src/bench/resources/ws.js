// Round trips of messages by the npm library ws; speaks like a Worker: KIND scheme host port path readSize size pem.
const WebSocket = require("ws");
const readline = require("readline");
const fs = require("fs");
const [, , , , host, port, path, , size] = process.argv;

const socket = new WebSocket(`ws://${host}:${port}${path}`, { perMessageDeflate: false });
const message = Buffer.alloc(Number(size));
let end = 0n;
let count = 0;
let start = 0n;
let cpu = null;

socket.on("message", (data) => {
  count++;
  if (data.length !== message.length) {
    process.exit(1);
  }
  if (process.hrtime.bigint() < end) {
    socket.send(message);
    return;
  }
  const nanos = process.hrtime.bigint() - start;
  const used = process.cpuUsage(cpu);
  console.log(`DONE ${count} ${nanos} ${(used.user + used.system) * 1000} -1`);
});

socket.on("open", () => {
  console.log("READY");
  readline.createInterface({ input: process.stdin }).on("line", (line) => {
    const [order, millis] = line.split(" ");
    if (order !== "RUN") {
      const peak = /VmHWM:\s*(\d+)/.exec(fs.readFileSync("/proc/self/status", "utf8"))[1];
      console.log(`BYE ${peak} -1`);
      process.exit(0);
    }
    count = 0;
    start = process.hrtime.bigint();
    end = start + BigInt(millis) * 1000000n;
    cpu = process.cpuUsage();
    socket.send(message);
  });
});
