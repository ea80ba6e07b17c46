"""Opens a page in headless Chromium without network, fills a stop in and gives the results out.

    browse.py PAGE RESULTS.csv

Prints what was counted after a reload, how many requests there were beside the page itself, and how
many messages the console had. Needs Playwright's Python package and the system's Chromium.
"""

import shutil
import sys

from playwright.sync_api import sync_playwright

page_path, results = sys.argv[1:]
requests, messages = [], []
with sync_playwright() as play:
    browser = play.chromium.launch(
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox", "--disable-dev-shm-usage"],
    )
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, offline=True, accept_downloads=True
    )
    page = context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto("file://" + page_path)
    page.click("#stop-1 [data-field=done]")
    page.select_option("#stop-1 [data-field=outcome]", "problem")
    page.fill("#stop-1 [data-field=note]", '烟囱,冒"黑烟"\n=1+1')
    page.reload()
    progress = page.text_content("#progress")
    with page.expect_download() as download:
        page.click("#export")
    download.value.save_as(results)
    width = page.evaluate("document.documentElement.scrollWidth")
    browser.close()
others = [url for url in requests if url != "file://" + page_path and not url.startswith("blob:")]
print(f"{progress} | {len(others)} requests | {len(messages)} messages | {width} wide")
