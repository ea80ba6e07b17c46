"""What excel.sh asks of openpyxl: check a workbook, fill it in, edit it.

workbook.py check FILE targets.csv coverage.csv      what it holds against the lists
workbook.py words FILE                               no cell is a formula
workbook.py fill FILE OUT                            results of some stops, some of them wrong
workbook.py edit FILE OUT                            rows deleted, marked, moved, reordered, added
workbook.py ACTION FILE OUT [ARGUMENT...]            one change: see the functions below
"""
import csv
import datetime
import sys
import zipfile

import openpyxl


def book(path):
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["今日任务"] if "今日任务" in workbook else workbook["Tasks today"]
    return workbook, sheet, {cell.value: cell.column for cell in sheet[1]}


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def check(path, targets, coverage):
    workbook, sheet, at = book(path)
    assert workbook.sheetnames == ["今日任务", "各组汇总", "未分配", "字段说明", "_lists", "_hotspot"]
    hidden = [name for name in workbook.sheetnames if workbook[name].sheet_state == "hidden"]
    assert hidden == ["_lists", "_hotspot"], hidden
    for name in workbook.sheetnames[:4]:
        page = workbook[name]
        assert page.freeze_panes, name
        assert page.auto_filter.ref.startswith("A1:"), name
        assert page.print_title_rows == "$1:$1", name
        assert page.page_setup.orientation == "landscape", name
        assert page.sheet_properties.pageSetUpPr.fitToPage, name
    stops = rows(targets)
    assert sheet.max_row == len(stops) + 1, (sheet.max_row, len(stops))
    get = lambda row, heading: sheet.cell(row, at[heading]).value
    for row, stop in enumerate(stops, 2):
        for heading, key in (("督查组编号", "team_id"), ("目标名称", "name"), ("目标编号", "target_id"),
                             ("理由", "reasons_zh"), ("证据记录", "evidence"), ("乡镇(街道)", "township")):
            assert (get(row, heading) or "") == stop[key], (row, heading, get(row, heading))
        assert get(row, "顺序") == int(stop["order"])
        assert get(row, "日期") == datetime.datetime.fromisoformat(stop["date"])
        assert get(row, "预计到达时间") == datetime.datetime.fromisoformat(stop["arrival"][:19])
        assert sheet.cell(row, at["日期"]).number_format == "yyyy-mm-dd"
        assert abs(get(row, "问题概率") - float(stop["chance"])) < 1e-9
        assert get(row, "安排编号").startswith(get(row, "计划编号") + "/")
        link = sheet.cell(row, at["高德导航"]).hyperlink.target
        assert link.startswith("https://uri.amap.com/navigation?to="), link
    letters = {heading: openpyxl.utils.get_column_letter(column) for heading, column in at.items()}
    for heading in ("目标编号", "安排编号", "计划编号"):
        assert sheet.column_dimensions[letters[heading]].hidden, heading
    rules = {str(rule.sqref).split("2:")[0]: rule for rule in sheet.data_validations.dataValidation}
    kinds = {heading: rules[letters[heading]].type for heading in
             ("督查组编号", "顺序", "检查结果", "检查时间", "问题类型", "严重程度", "计划调整")}
    assert list(kinds.values()) == ["list", "whole", "list", "date", "list", "list", "list"], kinds
    words = workbook.defined_names["hotspot_outcome"].attr_text.split("!")[1].replace("$", "")
    outcomes = [cell[0].value for cell in workbook["_lists"][words]]
    assert outcomes == ["发现问题", "未发现问题", "停产或关闭", "未找到", "拒绝检查"], outcomes
    teams = list(workbook["各组汇总"].values)[1:]
    assert sum(team[3] for team in teams) == len(stops)
    assert {team[0] for team in teams} >= {stop["team_id"] for stop in stops}
    gaps = [row for row in rows(coverage) if row["gap"]]
    assert workbook["未分配"].max_row == len(gaps) + 1, workbook["未分配"].max_row
    print(len(stops))


def sizes(path):
    """Rows of the first two sheets, headings not counted."""
    print(*(sheet.max_row - 1 for sheet in openpyxl.load_workbook(path).worksheets[:2]))


def retitle(path, out, title):
    """Gives the sheet of tasks another title."""
    workbook, sheet, _ = book(path)
    sheet.title = title
    workbook.save(out)


def words(path):
    workbook = openpyxl.load_workbook(path)
    for sheet in workbook:
        for cells in sheet:
            for cell in cells:
                assert cell.data_type != "f", (sheet.title, cell.coordinate, cell.value)
    found = [cell.value for cell in book(path)[1]["I"] if str(cell.value).startswith(tuple("=+-@"))]
    print(len(found))


def fill(path, out):
    workbook, sheet, at = book(path)

    def put(row, **values):
        for heading, value in values.items():
            sheet.cell(row, at[heading]).value = value

    day = datetime.datetime(2018, 12, 24)
    for row in range(2, 6):
        put(row, 检查结果="发现问题", 检查时间=day.replace(hour=9, minute=row), 问题类型="扬尘管控不到位",
            严重程度="一般", 检查人员="张三；李四", 备注="=1+1 未覆盖")
    for row in range(6, 11):
        put(row, 检查结果="未发现问题", 检查时间=day.replace(hour=10, minute=row))
    put(11, 检查结果="停产或关闭", 检查时间="2018-12-24 11:05")
    # What cannot be used: an unknown word, no outcome, a text that is no time, an unknown site, a
    # second row for one stop, an unknown team.
    put(12, 检查结果="也许有", 检查时间=day)
    put(13, 检查时间=day)
    put(14, 检查结果="未发现问题", 检查时间="昨天下午")
    put(15, 检查结果="未发现问题", 检查时间=day.replace(hour=9), 目标编号="NOBODY")
    for heading, column in at.items():
        sheet.cell(sheet.max_row + (heading == "督查组编号"), column).value = sheet.cell(2, column).value
    put(sheet.max_row, 检查结果="未发现问题")
    put(16, 检查结果="未发现问题", 检查时间=day.replace(hour=9), 督查组编号="999999-99")
    last = sheet.max_row + 1
    put(last, 督查组编号=sheet.cell(2, at["督查组编号"]).value, 新增目标="114.51,38.04", 检查结果="未找到",
        检查时间=day.replace(hour=15))
    workbook.move_sheet("今日任务", 2)
    workbook.save(out)
    print(sheet.max_row - 1)


def row_of(sheet, at, **wanted):
    for row in range(2, sheet.max_row + 1):
        if all(sheet.cell(row, at[heading]).value == value for heading, value in wanted.items()):
            return row
    raise SystemExit(f"no row with {wanted}")


def edit(path, out):
    """Deletes two, drops one drawn by lot with a reason, moves one, swaps two, adds two."""
    workbook, sheet, at = book(path)
    value = lambda row, heading: sheet.cell(row, at[heading]).value
    basis = [(row, value(row, "选取依据"), value(row, "督查组编号")) for row in range(2, sheet.max_row + 1)]
    teams = sorted({team for _, _, team in basis})
    drawn = next(row for row, kind, _ in basis if kind == "随机")
    sheet.cell(drawn, at["计划调整"]).value = "取消"
    sheet.cell(drawn, at["调整原因"]).value = "企业已搬迁"
    moved = next(row for row, kind, team in basis if kind == "风险" and team == teams[-1])
    sheet.cell(moved, at["督查组编号"]).value = teams[-2]
    swapped = [row for row, _, team in basis if team == teams[1]][2:4]
    one, other = (sheet.cell(row, at["顺序"]) for row in swapped)
    one.value, other.value = other.value, one.value
    gone = [row for row, kind, team in basis if kind == "风险" and team in teams[2:-1] and row != moved][:2]
    told = [value(row, "目标编号") for row in [drawn, moved] + gone]
    for row in sorted(gone, reverse=True):
        sheet.delete_rows(row)
    last = sheet.max_row + 1
    for row, team, target, why in ((last, teams[0], sys.argv[4], "群众反映"),
                                   (last + 1, teams[0], sys.argv[5], "冒烟")):
        sheet.cell(row, at["督查组编号"]).value = team
        sheet.cell(row, at["顺序"]).value = 9
        sheet.cell(row, at["新增目标"]).value = target
        sheet.cell(row, at["调整原因"]).value = why
    workbook.save(out)
    print(" ".join(told + [teams[-2], teams[0]]))


def delete(path, out, heading, word, count="1"):
    """Deletes the first rows with a word under a heading."""
    workbook, sheet, at = book(path)
    for _ in range(int(count)):
        sheet.delete_rows(row_of(sheet, at, **{heading: word}))
    workbook.save(out)


def put(path, out, row, heading, word):
    """Puts a word into a cell."""
    workbook, sheet, at = book(path)
    sheet.cell(int(row), at[heading]).value = word
    workbook.save(out)


def give(path, out, target, team):
    """Gives a stop to a team."""
    workbook, sheet, at = book(path)
    sheet.cell(row_of(sheet, at, 目标编号=target), at["督查组编号"]).value = team
    workbook.save(out)


def crowd(path, out, count):
    """Gives a team the first stops of all others."""
    workbook, sheet, at = book(path)
    first = sheet.cell(2, at["督查组编号"]).value
    others = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at["督查组编号"]).value != first]
    for row in others[:int(count)]:
        sheet.cell(row, at["督查组编号"]).value = first
    workbook.save(out)


def rename(path, out, heading, word):
    """Gives a column another heading."""
    workbook, sheet, at = book(path)
    sheet.cell(1, at[heading]).value = word
    workbook.save(out)


def twice(path, out, row):
    """Copies a row to the end."""
    workbook, sheet, at = book(path)
    last = sheet.max_row + 1
    for column in at.values():
        sheet.cell(last, column).value = sheet.cell(int(row), column).value
    workbook.save(out)


def swollen(path, out):
    """Puts a text of 100 million letters into it, which packs to nothing."""
    whole = zipfile.ZipFile(path)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in whole.namelist():
            data = whole.read(name)
            if name.endswith("sharedStrings.xml"):
                data = data.replace(b"<t>", b"<t>" + b"A" * 100_000_000, 1)
            packed.writestr(name, data)


def same(path, targets):
    """A CSV that LibreOffice made of the first sheet against our list."""
    one, other = rows(path), rows(targets)
    assert len(one) == len(other)
    for mine, ours in zip(one, other):
        assert mine["目标编号"] == ours["target_id"] and mine["目标名称"] == ours["name"]
        assert mine["理由"] == ours["reasons_zh"] and mine["顺序"] == ours["order"]
        assert mine["日期"] == ours["date"], mine["日期"]
        assert mine["预计到达时间"] == ours["arrival"][:16].replace("T", " "), mine["预计到达时间"]
    print(len(one))


if __name__ == "__main__":
    globals()[sys.argv[1]](*(sys.argv[2:4] if sys.argv[1] == "edit" else sys.argv[2:]))
