// Draws openapi.json. Everything is set as text, never as markup.

const response = await fetch("/openapi.json");
const api = await response.json();

function element(tag, text, ...children) {
  const made = document.createElement(tag);
  made.append(...(text ? code(text) : []), ...children);
  return made;
}

// What stands between backquotes is code.
function code(text) {
  return text.split("`").map((part, i) => {
    if (i % 2 === 0) return part;
    const made = document.createElement("code");
    made.textContent = part;
    return made;
  });
}

// The names of schemas lead to them.
function linked(text) {
  return text.split(/\b/).map((word) => {
    if (!Object.hasOwn(api.components.schemas, word)) return word;
    const made = document.createElement("a");
    made.href = `#${word}`;
    made.textContent = word;
    return made;
  });
}

function resolve(value) {
  if (!value?.$ref) return value;
  return value.$ref.slice(2).split("/").reduce((at, step) => at[step], api);
}

function classed(name, made) {
  made.className = name;
  return made;
}

// A schema in a few words: what a reader wants to know at first sight.
function type(schema) {
  if (schema.$ref) return schema.$ref.split("/").pop();
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.anyOf) return schema.anyOf.map(type).join(" or ");
  if (schema.type === "array") return `array of ${type(schema.items)}`;
  return [schema.type ?? "any"].flat().join(" or ") + (schema.format ? ` (${schema.format})` : "");
}

function field(name, schema, isRequired, about) {
  const kind = classed("type", element("span", "", ...linked(` ${type(schema)}${isRequired ? "" : ", optional"}`)));
  return [element("dt", "", element("code", name), kind), element("dd", about ?? schema.description)];
}

function parameters(operation) {
  const list = element("dl");
  for (const parameter of (operation.parameters ?? []).map(resolve)) {
    list.append(...field(parameter.name, parameter.schema, parameter.required, parameter.description));
  }
  return list;
}

function content(holder) {
  return Object.entries(holder.content ?? {}).map(([media, { schema }]) => `${media}: ${type(schema)}`);
}

function responses(operation) {
  const list = element("dl");
  for (const [status, found] of Object.entries(operation.responses)) {
    const answer = resolve(found);
    list.append(element("dt", "", element("code", status)), element("dd", answer.description));
    const forms = [...Object.keys(answer.headers ?? {}).map((name) => `header ${name}`), ...content(answer)];
    if (forms.length > 0) list.append(element("dd", "", ...linked(forms.join(" · "))));
  }
  return list;
}

function draw(path, method, operation) {
  const title = element("h3", "", classed("method", element("code", method.toUpperCase())), element("code", path));
  const drawn = element("article", "", title, element("p", operation.summary));
  drawn.id = operation.operationId;
  if (operation.description) drawn.append(element("p", operation.description));
  drawn.append(parameters(operation));
  if (operation.requestBody) {
    drawn.append(element("h4", "Content"), element("p", "", ...linked(content(operation.requestBody).join(" · "))));
  }
  drawn.append(element("h4", "Answers"), responses(operation));
  return drawn;
}

function drawSchema(name, schema) {
  const drawn = element("article", "", element("h3", "", element("code", name)));
  drawn.id = name;
  if (schema.description) drawn.append(element("p", schema.description));
  const list = element("dl");
  for (const part of (schema.allOf ?? [schema]).map(resolve)) {
    for (const [field_, inner] of Object.entries(part.properties ?? {})) {
      list.append(...field(field_, inner, part.required?.includes(field_)));
    }
  }
  drawn.append(list);
  return drawn;
}

function link(id, text) {
  const made = element("a", text);
  made.href = `#${id}`;
  return element("li", "", made);
}

document.getElementById("about").append(...code(api.info.description));
const main = document.getElementById("operations");
const contents = document.getElementById("contents");
for (const tag of api.tags) {
  main.append(element("h2", tag.name), element("p", tag.description));
  const list = element("ul");
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      if (operation.tags.includes(tag.name)) {
        main.append(draw(path, method, operation));
        list.append(link(operation.operationId, `${method.toUpperCase()} ${path}`));
      }
    }
  }
  contents.append(element("section", "", element("h2", tag.name), list));
}
main.append(element("h2", "schemas"));
const schemas = element("ul");
for (const [name, schema] of Object.entries(api.components.schemas)) {
  main.append(drawSchema(name, schema));
  schemas.append(link(name, name));
}
contents.append(element("section", "", element("h2", "schemas"), schemas));
// The browser has looked for the place before it was drawn.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
