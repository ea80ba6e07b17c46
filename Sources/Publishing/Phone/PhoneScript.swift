/// What a phone's page does: keep what is written, count, and give out results.
enum PhoneScript {
  /// The script, the same on every page: what differs stands in attributes.
  ///
  /// The table has a byte order mark, so that spreadsheets read it as UTF-8; what a spreadsheet would
  /// take for a formula is put behind an apostrophe. Times are those of China, wherever the phone is.
  static let text = #"""
    (function () {
      'use strict';
      var main = document.querySelector('main');
      var items = Array.prototype.slice.call(document.querySelectorAll('li.stop'));
      var message = document.getElementById('message');
      var fields = ['done', 'visited', 'outcome', 'note'];
      var store = null;
      try {
        store = window.localStorage;
        store.setItem('hotspot', '1');
      } catch (error) {
        store = null;
      }
      function say(text) { if (message) { message.textContent = text; } }
      function words(name, value) { return main.dataset[name].replace('{}', value); }
      function key(item) { return 'hotspot/' + main.dataset.plan + '/' + item.dataset.stop; }
      function field(item, name) { return item.querySelector('[data-field="' + name + '"]'); }
      function get(item) {
        var values = {};
        fields.forEach(function (name) {
          var input = field(item, name);
          values[name] = name === 'done' ? input.checked : input.value;
        });
        return values;
      }
      function keep(item) {
        if (!store) { return; }
        try {
          store.setItem(key(item), JSON.stringify(get(item)));
        } catch (error) {
          say(words('unkept', ''));
        }
      }
      function restore(item) {
        if (!store) { return; }
        var values = {};
        try {
          values = JSON.parse(store.getItem(key(item))) || {};
        } catch (error) {
          return;
        }
        fields.forEach(function (name) {
          if (name === 'done') {
            field(item, name).checked = values.done === true;
          } else if (typeof values[name] === 'string') {
            field(item, name).value = values[name];
          }
        });
      }
      function show() {
        var done = items.filter(function (item) {
          var ticked = field(item, 'done').checked;
          item.classList.toggle('done', ticked);
          return ticked;
        }).length;
        document.getElementById('progress').textContent =
          items.length ? words('progress', done + ' / ' + items.length) : '';
      }
      function now() {
        return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 16);
      }
      function quoted(value) {
        var text = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
        return /[",\r\n]|^\s|\s$/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
      }
      function table(rows) {
        return '\ufeff' + rows.map(function (row) {
          return row.map(quoted).join(',') + '\n';
        }).join('');
      }
      function row(item) {
        var values = get(item);
        return [item.dataset.site, item.dataset.name, main.dataset.team, item.dataset.stop,
          main.dataset.round, values.visited.slice(0, 16) + ':00+08:00', values.outcome,
          values.note];
      }
      function save(text, name) {
        var address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
        var link = document.createElement('a');
        link.href = address;
        link.download = name;
        document.body.appendChild(link);
        link.click();
        document.body.removeChild(link);
        setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
      }
      function give() {
        var ticked = items.filter(function (item) { return field(item, 'done').checked; });
        var open = ticked.filter(function (item) {
          return !field(item, 'outcome').value || !field(item, 'visited').value;
        });
        if (!ticked.length) { say(words('nothing', '')); return; }
        if (open.length) {
          say(words('missing', open.map(function (item) { return item.dataset.order; }).join(', ')));
          return;
        }
        var text = table([main.dataset.headings.split('\t')].concat(ticked.map(row)));
        document.getElementById('table').value = text;
        document.getElementById('copy').hidden = false;
        save(text, 'visits_' + main.dataset.team + '_' + main.dataset.date + '.csv');
        say(words('given', ticked.length));
      }
      items.forEach(function (item) {
        restore(item);
        field(item, 'done').addEventListener('change', function () {
          var visited = field(item, 'visited');
          if (this.checked && !visited.value) { visited.value = now(); }
        });
        item.addEventListener('input', function () { keep(item); show(); });
        item.addEventListener('change', function () { keep(item); show(); });
      });
      var button = document.getElementById('export');
      if (button) { button.addEventListener('click', give); }
      if (!store) { say(words('unkept', '')); }
      show();
    })();
    """#
}
