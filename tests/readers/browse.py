"""browse.py PAGE: opens the page in Chromium, and does what standard input says, a step a line."""
import base64, json, os, subprocess, sys

ours, theirs = os.pipe(), os.pipe()

def ends():
    os.dup2(ours[0], 13), os.dup2(theirs[1], 14)
    os.dup2(13, 3), os.dup2(14, 4)

profile = os.path.abspath("profile")
browser = subprocess.Popen(
    ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
     "--user-data-dir=" + profile, "--window-size=1200,900"],
    preexec_fn=ends, close_fds=False, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
os.close(ours[0]), os.close(theirs[1])
reader = os.fdopen(theirs[0], "rb")
number, pending, errors, requests = 0, b"", [], []

def receive():
    global pending
    while b"\0" not in pending:
        block = os.read(reader.fileno(), 65536)
        if not block:
            sys.exit("the browser ended")
        pending += block
    one, pending = pending.split(b"\0", 1)
    message = json.loads(one)
    method, params = message.get("method"), message.get("params")
    if method == "Log.entryAdded":
        errors.append(params["entry"]["text"])
    elif method == "Runtime.exceptionThrown":
        errors.append(params["exceptionDetails"].get("exception", {}).get("description", "exception"))
    elif method == "Network.requestWillBeSent":
        requests.append(params["request"]["url"])
    return message

def call(method, session=None, **params):
    global number
    number += 1
    message = {"id": number, "method": method, "params": params}
    if session:
        message["sessionId"] = session
    os.write(ours[1], json.dumps(message).encode() + b"\0")
    while True:
        answer = receive()
        if answer.get("id") == number:
            if "error" in answer:
                sys.exit(method + ": " + str(answer["error"]))
            return answer["result"]

target = call("Target.createTarget", url="about:blank")["targetId"]
tab = call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

def do(method, **params):
    return call(method, tab, **params)

def value(expression):
    result = do("Runtime.evaluate", expression=expression, returnByValue=True)
    if "exceptionDetails" in result:
        return "error: " + result["exceptionDetails"]["exception"]["description"].split("\n")[0]
    return result["result"].get("value")

def press(key):
    text = {"Enter": "\r", "Space": " "}.get(key, key if len(key) == 1 else "")
    code = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
    params = {"key": key, "code": key, "windowsVirtualKeyCode": code.get(key, ord(key) if len(key) == 1 else 0)}
    do("Input.dispatchKeyEvent", type="keyDown", text=text, **params)
    do("Input.dispatchKeyEvent", type="keyUp", **params)

def where(selector):
    return json.loads(value(
        "(() => { const e = document.querySelector(%s); e.scrollIntoViewIfNeeded();"
        " const r = e.getBoundingClientRect();"
        " return JSON.stringify([r.x + r.width / 2, r.y + r.height / 2]) })()" % json.dumps(selector)))

def mouse(kind, x, y, **more):
    do("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

def click(selector):
    x, y = where(selector)
    mouse("mouseMoved", x, y)
    mouse("mousePressed", x, y, button="left", clickCount=1)
    mouse("mouseReleased", x, y, button="left", clickCount=1)

def step(verb, rest):
    if verb == "value":
        shown = value(rest)
        print(shown if isinstance(shown, str) else json.dumps(shown))
    elif verb == "press":
        press(rest)
    elif verb == "type":
        do("Input.insertText", text=rest)
    elif verb == "click":
        click(rest)
    elif verb == "point":
        mouse("mouseMoved", *where(rest))
    elif verb == "wheel":
        selector, by = rest.rsplit(" ", 1)
        mouse("mouseWheel", *where(selector), deltaX=0, deltaY=float(by))
    elif verb == "drag":
        selector, dx, dy = rest.rsplit(" ", 2)
        x, y = where(selector)
        mouse("mouseMoved", x, y)
        mouse("mousePressed", x, y, button="left", clickCount=1)
        for part in (0.3, 0.7, 1):
            mouse("mouseMoved", x + part * float(dx), y + part * float(dy), button="left", buttons=1)
        mouse("mouseReleased", x + float(dx), y + float(dy), button="left", clickCount=1)
    elif verb == "pinch":
        selector, by = rest.rsplit(" ", 1)
        x, y = where(selector)
        for far in (20, 20 + 10 * float(by), 20 * float(by)):
            kind = "touchStart" if far == 20 else "touchMove"
            do("Input.dispatchTouchEvent", type=kind, touchPoints=[
                {"x": x - far, "y": y, "id": 1}, {"x": x + far, "y": y, "id": 2}])
        do("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
    elif verb == "picture":
        data = do("Page.captureScreenshot", format="png")["data"]
        open(rest, "wb").write(base64.b64decode(data))
    elif verb == "dark":
        do("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    else:
        sys.exit("unknown step " + verb)

for domain in ("Page", "Runtime", "Log", "Network"):
    do(domain + ".enable")
page = "file://" + os.path.abspath(sys.argv[1])
do("Page.navigate", url=page)
while value("document.readyState") != "complete":
    pass
for line in sys.stdin:
    step(*(line.rstrip("\n").split(" ", 1) + [""])[:2])
print("errors:", errors, "fetched:", [r for r in requests if r != page])
call("Browser.close")
browser.wait()
